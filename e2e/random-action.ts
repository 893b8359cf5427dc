import fc from "fast-check";

/** What people type, and what they never would. */
const anyTyped = fc.oneof(
	fc.constantFrom(
		"",
		"10 Mins",
		"1,000s",
		"1 day",
		"PT20M",
		" 20m ",
		"30",
		"8",
		"60 GB",
		"/mnt/a b/'c'",
		"s3://bucket/dir",
		"S3://Bucket//dir?x=1#y",
		"s3://AKIA:wJalrXUtn@bucket/dir",
		"gs://bucket",
		"az://container@account/dir",
		"https://user:pass@host:9000/x",
		"eu-west-1",
		'{"type": "service_account", "private_key": "-----BEGIN\\n"}',
		"\"\"\"'''\\\\ # = [x]",
		"<img src=x onerror=alert(1)>$HOME{{y}}",
		"%00%zz&a=b#c",
		"__proto__",
		"\u0000\u0007\u001b\u007f\t",
		"\u2028\u2029\u0085\ufeff\u200b",
		"\u202e\u0661\u0660 דק",
		"👩‍👩‍👧‍👦e\u0301 \ud83d",
		"x".repeat(3000),
	),
	fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.replace(/[\n\r]/g, "")),
	fc.string({ maxLength: 8 }),
);

const weights = {
	replace: 10,
	append: 6,
	undo: 4,
	choose: 7,
	"visit another store": 2,
	select: 2,
	preset: 1,
	"add an option": 4,
	"remove an option": 2,
	"apply a fix": 4,
	reload: 2,
	"leave and come back": 1,
	"go back and forward": 1,
	"ask for a file, and leave it": 2,
	"open or close the advisor": 2,
	"move the advisor's slider": 1,
	"show or hide": 2,
} as const;

export interface Action {
	readonly kind: keyof typeof weights;
	/** Which of those that are there. */
	readonly pick: number;
	readonly text: string;
}

/** One thing that somebody does; what it does it to depends on what is in sight then. */
export const anyAction: fc.Arbitrary<Action> = fc.record({
	kind: fc.oneof(
		...Object.entries(weights).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Action["kind"]) })),
	),
	pick: fc.nat(),
	text: anyTyped,
});
