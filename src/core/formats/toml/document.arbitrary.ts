import fc from "fast-check";
import { joinKey, quoteString } from "./write.ts";

/** A line of a document, and whether it holds a checkpoint setting or a part of one. */
export interface DocumentLine {
	readonly text: string;
	readonly isCheckpoint: boolean;
}

/** A document in one of its spellings. */
export interface AnyDocument {
	readonly text: string;
	readonly lines: readonly DocumentLine[];
}

type Scalar = string | number | boolean | readonly Scalar[];
interface Tree {
	readonly [key: string]: Scalar | Tree;
}

const anyScalar: fc.Arbitrary<Scalar> = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => text.isWellFormed()),
	fc.constantFrom("", "a # b", "C:\\dir", "it's", 'say "so"', "line\nbreak", "[x]", "= 1", "é𝄞"),
	fc.integer(),
	fc.boolean(),
	fc.array(fc.oneof(fc.integer(), fc.constantFrom("x", "]", "#")), { maxLength: 3 }),
);

const anyName = fc.oneof(
	fc.constantFrom("cluster_id", "instance_id", "n_workers", "url", "path", "a-b", "1", "ключ", "with space", "a.b", ""),
	fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }).filter((text) => text.isWellFormed()),
);

const anyTree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; item: Scalar | Tree }>((tie) => ({
	tree: fc.dictionary(anyName, tie("item"), { maxKeys: 3, noNullPrototype: true }),
	item: fc.oneof({ depthSize: "small" }, { arbitrary: anyScalar, weight: 3 }, { arbitrary: tie("tree"), weight: 1 }),
})).tree;

const anyPeriod = fc.constantFrom("10 mins", "PT20M", "1h 30m", "5 secs", "nonsense");

const anyLocation: fc.Arbitrary<Tree> = fc.oneof(
	fc.record({ shared_filesystem: fc.record({ path: fc.constantFrom("/mnt/ck", "/data/checkpoints") }) }),
	fc.record({
		s3: fc.record(
			{
				url: fc.constantFrom("s3://bucket/ck", "s3://other/dir"),
				aws_access_key_id: fc.constant("AKIAEXAMPLE"),
				secret_access_key: fc.constantFrom("SECRET", 'sec"ret\\'),
				AWS_REGION: fc.constant("eu-west-1"),
				aws_sse_kms_key_id: fc.constant("key"),
			},
			{ requiredKeys: ["url"] },
		),
	}),
	fc.record({
		gcs: fc.record(
			{
				url: fc.constant("gs://bucket/ck"),
				service_account: fc.constant("/etc/key.json"),
				timeout: fc.constant("30s"),
			},
			{ requiredKeys: ["url"] },
		),
	}),
	fc.record({
		abs: fc.record(
			{ url: fc.constant("az://container/ck"), account_name: fc.constant("account"), sas_token: fc.constant("sv=1") },
			{ requiredKeys: ["url", "account_name"] },
		),
	}),
	fc.record(
		{
			shared_filesystem: fc.record({ path: fc.constant("/mnt/ck") }),
			s3: fc.record({ url: fc.constant("s3://bucket/ck") }),
			gcs: fc.record({ url: fc.constant("gs://b/k") }),
			abs: fc.record({ url: fc.constant("az://c/k") }, { requiredKeys: [] }),
			local: fc.record({ path: fc.constant("/ck"), nested: fc.constant({ a: 1 }) }, { requiredKeys: [] }),
		},
		{ requiredKeys: [] },
	),
);

/** What a file says, with a part for each kind of node or without it. */
const anyConfig: fc.Arbitrary<Tree> = fc
	.tuple(
		anyTree,
		fc.option(
			fc.tuple(anyTree, fc.option(fc.record({ enabled: fc.boolean(), period: anyPeriod }, { requiredKeys: [] }))),
		),
		fc.option(fc.tuple(anyTree, fc.option(anyLocation))),
	)
	.map(([rest, scheduler, worker]) => ({
		...without(rest, "scheduler", "worker"),
		...(scheduler && {
			scheduler: {
				enabled: true,
				...without(scheduler[0], "checkpoint"),
				...(scheduler[1] && { checkpoint: scheduler[1] }),
			},
		}),
		...(worker && {
			worker: {
				enabled: true,
				...without(worker[0], "checkpoint_location"),
				...(worker[1] && { checkpoint_location: worker[1] }),
			},
		}),
	}));

function without(tree: Tree, ...keys: readonly string[]): Tree {
	return Object.fromEntries(Object.entries(tree).filter(([key]) => !keys.includes(key)));
}

/** Any TOML 1.0 document, about Polars or not, with the checkpoint settings of a scheduler or a worker in any spelling. */
export const anyDocument: fc.Arbitrary<AnyDocument> = fc
	.record({ config: anyConfig, seed: fc.nat(), isCrLf: fc.boolean(), hasMark: fc.boolean(), hasEnd: fc.boolean() })
	.map(({ config, seed, isCrLf, hasMark, hasEnd }) => {
		const lines = new Printer(makeChooser(seed)).print(config);
		const ending = isCrLf ? "\r\n" : "\n";
		const text = lines.map((line) => line.text).join(ending) + (hasEnd && lines.length > 0 ? ending : "");
		return { text: (hasMark ? "\ufeff" : "") + text, lines };
	});

/** Numbers below a limit, the same for the same seed, by a linear congruential generator. */
function makeChooser(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * limit);
	};
}

/** Prints a tree in a spelling that a chooser picks. */
class Printer {
	private readonly choose: (limit: number) => number;

	constructor(choose: (limit: number) => number) {
		this.choose = choose;
	}

	print(tree: Tree): DocumentLine[] {
		return this.printTable(tree, []);
	}

	private printTable(tree: Tree, path: readonly string[]): DocumentLine[] {
		const lines: DocumentLine[] = [];
		const below: [string, Tree][] = [];
		const indent = ["", "", "\t", "  "][this.choose(4)] ?? "";
		for (const [key, item] of Object.entries(tree)) {
			lines.push(...this.decorate());
			if (!isTree(item)) lines.push(this.printEntry(indent, path, [key], this.printScalar(item)));
			else if (this.choose(3) === 0 && Object.keys(item).length > 0)
				lines.push(...this.printDotted(indent, path, [key], item));
			else if (this.choose(3) === 0)
				lines.push(this.printEntry(indent, path, [key], this.printInline(item), isTouched(path, key, item)));
			else below.push([key, item]);
		}
		for (const [key, item] of below) {
			const inner = [...path, key];
			lines.push(...this.decorate());
			const isImplied = Object.values(item).length > 0 && Object.values(item).every(isTree) && this.choose(2) === 0;
			if (!isImplied) {
				lines.push({
					text: `${indent}[${this.printKey(inner)}]${this.printComment()}`,
					isCheckpoint: isCheckpoint(inner),
				});
				lines.push(...this.printTable(item, inner));
			} else {
				for (const [name, child] of Object.entries(item)) {
					const deep = [...inner, name];
					lines.push({ text: `[${this.printKey(deep)}]`, isCheckpoint: isCheckpoint(deep) });
					if (isTree(child)) lines.push(...this.printTable(child, deep));
				}
			}
		}
		return lines;
	}

	private printDotted(indent: string, path: readonly string[], key: readonly string[], tree: Tree): DocumentLine[] {
		return Object.entries(tree).flatMap(([name, item]) => {
			const inner = [...key, name];
			if (!isTree(item)) return [this.printEntry(indent, path, inner, this.printScalar(item))];
			if (Object.keys(item).length > 0 && this.choose(2) === 0) return this.printDotted(indent, path, inner, item);
			return [this.printEntry(indent, path, inner, this.printInline(item), isTouched([...path, ...key], name, item))];
		});
	}

	private printEntry(
		indent: string,
		path: readonly string[],
		key: readonly string[],
		value: string,
		touched = false,
	): DocumentLine {
		const equals = [" = ", "=", "  =\t"][this.choose(3)] ?? " = ";
		return {
			text: `${indent}${this.printKey(key)}${equals}${value}${this.printComment()}`,
			isCheckpoint: touched || isCheckpoint([...path, ...key]),
		};
	}

	private printKey(key: readonly string[]): string {
		return key
			.map((part) => {
				const plain = joinKey([part]);
				if (!/^[\w-]+$/.test(part)) return plain;
				return [plain, plain, `"${part}"`, `'${part}'`][this.choose(4)] ?? plain;
			})
			.join([".", ".", " . "][this.choose(3)]);
	}

	private printInline(tree: Tree): string {
		const entries = Object.entries(tree).map(([key, item]) => {
			if (!isTree(item)) return `${this.printKey([key])} = ${this.printScalar(item)}`;
			const [[name, inner] = [], ...more] = Object.entries(item);
			return name !== undefined && inner !== undefined && !isTree(inner) && more.length === 0 && this.choose(2) === 0
				? `${this.printKey([key, name])}= ${this.printScalar(inner)}`
				: `${this.printKey([key])} = ${this.printInline(item)}`;
		});
		const space = ["", " "][this.choose(2)] ?? "";
		return entries.length === 0 ? `{${space}}` : `{${space}${entries.join([",", ", "][this.choose(2)])}${space}}`;
	}

	private printScalar(value: Scalar): string {
		if (typeof value === "string") {
			const basic = quoteString(value);
			const isLiteral = /^[^'\p{Cc}]*$/u.test(value);
			return isLiteral ? ([basic, `'${value}'`, `'''${value}'''`][this.choose(3)] ?? basic) : basic;
		}
		return Array.isArray(value) ? `[${value.map((item) => this.printScalar(item)).join(", ")}]` : String(value);
	}

	private printComment(): string {
		return ["", "", "", " # why", '#[x] = "y"'][this.choose(5)] ?? "";
	}

	private decorate(): DocumentLine[] {
		const lines = [[], [], [], [""], ["# a comment"], ["", "  # [worker]", "#"]][this.choose(6)] ?? [];
		return lines.map((text) => ({ text, isCheckpoint: false }));
	}
}

function isTree(item: Scalar | Tree): item is Tree {
	return typeof item === "object" && !Array.isArray(item);
}

/** Whether a path is, or leads into, what says when checkpoints are made and where they go. */
function isCheckpoint([node, key]: readonly string[]): boolean {
	return (node === "scheduler" && key === "checkpoint") || (node === "worker" && key === "checkpoint_location");
}

/** Whether an inline table has, or could get, a checkpoint setting. */
function isTouched(path: readonly string[], key: string, _: Tree): boolean {
	return isCheckpoint([...path, key]) || (path.length === 0 && (key === "scheduler" || key === "worker"));
}
