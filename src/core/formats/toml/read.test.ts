import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDocument } from "./document.arbitrary.ts";
import { readToml } from "./read.ts";
import { loadTomllib } from "./tomllib.fixture.ts";

/** Texts at the edges of the grammar, right and wrong. */
const edges: readonly string[] = [
	...["", "\n\n", "  \t", "# c", "#", "a=1", "a = 1\r\nb = 2", "a = 1\rb = 2", "a = 1\r", "# c\r", "a = 1   ", "\t[a]"],
	...["a =", "a = # c", "= 1", "a", "a = 1 b = 2", "a = 1 # c", "a\n= 1", "a =\n1", "a = 1;", "a: 1", "; c", "// c"],
	...[
		"é = 1",
		'"" = 1',
		"'' = 1",
		"a-b_c = 1",
		"1 = 1",
		"1.2 = 3",
		"a b = 1",
		"a . b = 1",
		"a..b = 1",
		".a = 1",
		"a. = 1",
	],
	...["a.'b'.\"c\" = 1", '"a\nb" = 1', '"""a""" = 1', 'a."""b""" = 1', "'a\\' = 1", '"\\u0061" = 1\na = 2'],
	...[
		"[a]",
		"[ a . b ]",
		"[a",
		"[a]]",
		"[[a]",
		"[ [a]]",
		"[[a] ]",
		"[[ a ]]",
		"[]",
		"[[]]",
		"[a.]",
		"[\na]",
		"[a] b = 1",
	],
	...[
		"a = 0000-01-01",
		"a = 2000-02-29",
		"a = 1900-02-29",
		"a = 2000-13-01",
		"a = 1979-5-27",
		"a = 1979-05-27T",
		"a = 1979-05-27 07",
	],
	...[
		"a = 07:32:60",
		"a = 07:32",
		"a = 24:00:00",
		"a = 00:00:00.1#x",
		"a = 00:00:00.",
		"a = 2000-01-01 07:32:00",
		"a = 2000-01-01t00:00:00z",
	],
	...[
		"a = 2000-01-01T00:00:00+24:00",
		"a = 2000-01-01T00:00:00-23:59",
		"a = 2000-01-01T00:00:00.123456789Z",
		"a = 2000-01-01 #c",
	],
	...[
		"a = 1_000",
		"a = 1__0",
		"a = _1",
		"a = 1_",
		"a = 01",
		"a = +01",
		"a = -0",
		"a = +0x1",
		"a = 0x_1",
		"a = 0xDEAD_beef",
		"a = 0O17",
	],
	...[
		"a = 0o17",
		"a = 0b12",
		"a = 1.",
		"a = .1",
		"a = 1.e5",
		"a = 1e5",
		"a = 1e_5",
		"a = 1e+05",
		"a = 1e1.5",
		"a = 5_.1",
		"a = 00.1",
	],
	...[
		"a = inf",
		"a = +nan",
		"a = Inf",
		"a = infx",
		"a = ++1",
		"a = - 1",
		"a = 1-2",
		"a = 1.2.3",
		"a = 9223372036854775808",
	],
	...[
		"a = True",
		"a = tru",
		"a = truex",
		"a = 'x",
		'a = "x',
		'a = "x\\',
		'a = "\\q"',
		'a = "\\e"',
		'a = "\\x41"',
		'a = "\\u00e9\\U0001F600"',
	],
	...[
		'a = "\\uD800"',
		'a = "\\U00110000"',
		"a = 'x'y",
		'a = "x" "y"',
		"a = '\t'",
		"a = '\x00'",
		"a = '\x7f'",
		"# \x7f",
		"a = 1\x0b",
		"a = 1\u00a0",
	],
	...[
		'a = """x',
		'a = """x""""',
		'a = """x"""""',
		'a = """x""""""',
		"a = '''x'''''",
		"a = '''x''''''",
		'a = """\\   \n  x"""',
		'a = """\\  x"""',
	],
	...[
		'a = """a\\\n\n\n  b"""',
		"a = '''\r\nx'''",
		'a = """\\\r\n  b"""',
		'a = """\r"""',
		'a = """\\""""',
		'a = """\\\\"""',
		'a = """""" # c',
	],
	...[
		"a = [1,2,]",
		"a = [,]",
		"a = [1 2]",
		"a = [1,,2]",
		"a = [1,\n\n# c\n2 # d\n]",
		"a = [1",
		"a = [1\nb = 2",
		"a = [\n[true]\n]",
		"a = []]",
	],
	...[
		"a = {b=1}",
		"a = {b=1,}",
		"a = {,}",
		"a = {b=1 c=2}",
		"a = {\nb=1}",
		"a = {b=1\n}",
		"a = {b=[1,\n2]}",
		"a = {b=1",
		"a = {b=1}}",
		"a = { }",
	],
	...[
		"a = {b.c=1, b.d=2}",
		"a = {b.c=1, b=2}",
		"a = {b={}, b.c=1}",
		"a = {b=1, b=2}",
		"a = {b='''x\ny'''}",
		"a = [{\n}]",
		"a = {# c\n}",
	],
	...[
		"a = 1\na = 2",
		"a.b = 1\na = 2",
		"a = 1\na.b = 2",
		"a.b = 1\na.c = 2",
		"a.b = 1\n[a]",
		"a.b = 1\n[a.c]",
		"[a]\n[a]",
		"['a']\n[a]",
	],
	...[
		"[a]\nb.c=1\n[a.b]",
		"[a]\nb.c=1\n[a.b.d]",
		"[a.b.c]\n[a]\nb.d=1",
		"[a.b.c]\n[a]\nb.c.d=1",
		"[a.b]\n[a]\nb.c = 1",
		"[a.b]\n[a]\n[a.b]",
	],
	...[
		"[a.b.c]\n[a]\nb.d=1\n[a.b]",
		"a = {}\n[a]",
		"a = {}\n[a.b]",
		"a = {}\na.b = 1",
		"a = {b = {}}\na.b.c = 1",
		"a = []\n[[a]]",
		"a = [{}]\n[a.b]",
	],
	...[
		"[[a]]\n[a]",
		"[a]\n[[a]]",
		"[a.b]\n[[a]]",
		"[[a]]\nb=1\n[[a]]\nb=1",
		"[[a]]\n[a.b]\n[[a]]\n[a.b]",
		"[[a]]\n[a.b]\n[a.b]",
		"[[a.b]]\n[a]",
	],
	...[
		"[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]",
		"x.y=1\n[z]\n[x.w]\n[x.y]",
		"a=1\n[[a.b]]",
		"[[a]]\na=1",
		"[f]\na.c=1\n[[f.a]]",
		"[[a]]\nb.c = 1\n[a.b]",
	],
];

test("what Python's tomllib refuses is refused, and nothing else", async () => {
	const tomllib = await loadTomllib();
	const documents = fc.sample(anyDocument, { numRuns: 150, seed: 4 }).map(({ text }) => text.replace(/^\ufeff/, ""));
	const places = fc.sample(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(..."=[]{}\"'.,#\\\n\r01T:_é ")), {
		numRuns: 150,
		seed: 5,
	});
	const broken = documents.map((text, index) => {
		const [place = 0, length = 0, added = ""] = places[index] ?? [];
		const at = place % (text.length + 1);
		return text.slice(0, at) + added + text.slice(at + length);
	});
	const texts = [...edges, ...documents, ...broken].filter((text) => text.isWellFormed());
	const taken = tomllib(texts).map((value) => value !== undefined);
	expect(taken.filter(Boolean).length).toBeGreaterThan(150);
	expect(taken.filter((ok) => !ok).length).toBeGreaterThan(150);
	texts.forEach((text, index) => {
		expect(readToml(text).faults.length === 0, JSON.stringify(text)).toBe(taken[index]);
	});
}, 120_000);

const names = (text: string) => readToml(text).faults.map(({ kind }) => kind);

test("all faults are found, and what stands between them is read", () => {
	const { faults, root } = readToml("a = True\nb = 1\nb = 2\n[c\nd = 1\n[e]\nf = [1,\n[g]\nh = 'x'\n");
	expect(faults.map(({ kind }) => kind)).toEqual(["syntax", "repeated", "syntax", "syntax"]);
	expect([...root.children.keys()]).toEqual(["b", "e", "g"]);
});

test("a byte order mark is read over, and offsets count it", () => {
	const { faults, root } = readToml("\ufeffa = 1");
	expect(faults).toEqual([]);
	expect(root.children.get("a")?.names).toEqual([{ name: "a", start: 1, end: 2 }]);
});

test("control characters are found wherever they are, half characters too", () => {
	expect(names("# \x01\na = '\x7f'\rb = 1\n# \ud800")).toEqual(["character", "character", "character", "character"]);
});

test("brackets and keys without end don't exhaust the reader", () => {
	for (const text of [`a = ${"[".repeat(20_000)}`, `a = ${"{a=".repeat(20_000)}`, `${"a.".repeat(20_000)}a = 1`]) {
		expect(names(text)).toEqual(["syntax"]);
	}
});

test("statements that are known from another place are read as if they were not", () => {
	const check = (text: string) => {
		const { statements } = readToml(text);
		const known = new Map(statements.map((each) => [text.slice(each.range.start, each.range.end), each]));
		const moved = `# another line\nnew = 1\n${text}`;
		expect(readToml(moved, known)).toEqual(readToml(moved));
	};
	edges.forEach(check);
	fc.assert(fc.property(anyDocument, ({ text }) => check(text.replace(/^\ufeff/, ""))));
});
