const key = "polars-checkpoint-builder.file";

/**
 * Notes that a file is open, and nothing of it, so that a reload can say that it was lost.
 *
 * @returns Takes the note back: the file was closed.
 */
export function rememberFile(): () => void {
	tryStorage((storage) => storage.setItem(key, "open"));
	return () => tryStorage((storage) => storage.removeItem(key));
}

/** Whether a file was open before this page was loaded anew; it is asked once. */
export function takeLostFile(): boolean {
	let lost = false;
	tryStorage((storage) => {
		lost = storage.getItem(key) !== null;
		storage.removeItem(key);
	});
	return lost;
}

/** A page without storage still works; it only forgets. */
function tryStorage(use: (storage: Storage) => void): void {
	try {
		use(sessionStorage);
	} catch {}
}
