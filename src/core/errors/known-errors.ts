import { azureErrors } from "./azure-errors.ts";
import { deploymentErrors } from "./deployment-errors.ts";
import { googleErrors } from "./google-errors.ts";
import type { KnownError } from "./known-error.ts";
import { s3Errors } from "./s3-errors.ts";
import { storeErrors } from "./store-errors.ts";

/** What goes wrong between a worker and its storage: what the test script knows, too. */
export const storageErrors: readonly KnownError[] = [...s3Errors, ...azureErrors, ...googleErrors, ...storeErrors];

/** Every error that is known. */
export const knownErrors: readonly KnownError[] = [...storageErrors, ...deploymentErrors];
