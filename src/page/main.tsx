import { isEmbedded, startFrame } from "./frame/frame.ts";
import { openPage } from "./start/open-page.tsx";
import "./tokens.css";
import "./base.css";
import "./start/start.css";
import "./print.css";

const embedded = isEmbedded();
if (embedded) startFrame();
openPage(embedded).catch(reportError);
