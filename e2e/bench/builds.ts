import { pathToFileURL } from "node:url";

/** A built page to measure. */
export interface Build {
	/** Whether it is another than this checkout's, measured in the same run to compare with. */
	readonly isOther: boolean;
	readonly folder: string;
	readonly port: number;
	readonly url: string;
}

const port = Number(process.env.PORT ?? 4318);
const other = process.env.BENCH_BESIDE;

/** This checkout's page and, where `BENCH_BESIDE` names the folder of another build, that one. */
export const builds: readonly Build[] = ["dist", ...(other ? [other] : [])].map((folder, index) => ({
	isOther: index > 0,
	folder,
	port: port + index,
	url: `http://127.0.0.1:${port + index}/`,
}));

/** The address of a build's folder on the disk. */
export function locateFolder({ folder }: Build): URL {
	return new URL(`${folder}/`, pathToFileURL(`${process.cwd()}/`));
}
