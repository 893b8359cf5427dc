import * as z from "zod/mini";
import { requiredText } from "./field.ts";
import { storeFields } from "./fields.ts";
import { judgePath } from "./path.ts";

/** `worker.checkpoint_location.shared_filesystem` */
export const sharedFilesystem = z.object({ path: requiredText(storeFields.shared_filesystem.path, judgePath) });
