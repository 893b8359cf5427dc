import { isEmbedded, startFrame } from "./ui/frame/frame.ts";
import { openPage } from "./ui/start/open-page.tsx";
import "./ui/tokens.css";
import "./ui/base.css";

const embedded = isEmbedded();
if (embedded) startFrame();
openPage(embedded).catch(reportError);
