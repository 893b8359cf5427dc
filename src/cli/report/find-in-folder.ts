import { isAbsolute, relative, resolve, sep } from "node:path";

/** A file's place for whoever knows a folder alone. */
export interface FolderPlace {
	/** With slashes from the folder on, if the file is in it; else the whole path as the system writes it. */
	readonly path: string;
	readonly isInside: boolean;
}

/**
 * Where a file is in a folder that another program starts from, such as a repository.
 *
 * @param file Its name as it was given, from `from` on.
 */
export function findInFolder(file: string, from: string, folder: string): FolderPlace {
	const whole = resolve(from, file);
	const path = relative(folder, whole);
	const isInside = path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
	return isInside ? { path: path.split(sep).join("/"), isInside } : { path: whole, isInside };
}

/** The folder of the repository that GitHub's runner checked out; without one, the folder that the command runs in. */
export function findRepository(
	folder: string,
	{ GITHUB_WORKSPACE }: Readonly<Record<string, string | undefined>>,
): string {
	if (GITHUB_WORKSPACE === undefined || GITHUB_WORKSPACE === "") return folder;
	return findInFolder(folder, "/", GITHUB_WORKSPACE).isInside ? GITHUB_WORKSPACE : folder;
}
