import type { TextEdit } from "../../text/edit.ts";
import { findFirst } from "../../text/find-first.ts";
import type { Reading } from "./read.ts";

/** A part of a text with whole statements, and some edits of the text as edits of the part. */
export interface Excerpt {
	readonly text: string;
	readonly edits: readonly TextEdit[];
	/**
	 * Indexes of the statements that are in it, in their order; the number of all statements, where what follows the last
	 * one is in it too.
	 */
	readonly pieces: readonly number[];
	/** Where an offset of the whole text is in the part. Only one in the part may be asked for. */
	readonly locate: (offset: number) => number;
}

/** Cuts the surroundings of edits out of a text. */
export class Cutter {
	private readonly text: string;
	private readonly ends: readonly number[];
	/** For each statement, the header that it is or that it stands below. */
	private readonly headers: readonly number[];

	constructor(text: string, statements: readonly Reading[]) {
		this.text = text;
		this.ends = statements.map(({ range }) => range.end);
		let header = -1;
		this.headers = statements.map(({ range }, index) => {
			if (text[range.start] === "[") header = index;
			return header;
		});
	}

	/**
	 * The statements that edits touch, their neighbours, the headers of all of these, and as many more around them as
	 * there is room for.
	 *
	 * @param room Characters.
	 */
	cut(edits: readonly TextEdit[], room: number): Excerpt {
		const kept = new Set<number>();
		for (const { range } of edits) {
			const last = this.findPiece(range.end) + 1;
			for (let index = this.findPiece(range.start) - 1; index <= last; index++) this.keep(index, kept);
		}
		let left = room;
		for (const index of kept) left -= this.sizeOf(index);
		for (let distance = 1, anchors = [...kept]; left > 0 && kept.size <= this.ends.length; distance++) {
			anchors = anchors.filter((index) => index - distance >= 0 || index + distance <= this.ends.length);
			if (anchors.length === 0) break;
			for (const anchor of anchors) {
				for (const index of [anchor - distance, anchor + distance]) {
					if (left > 0) left -= this.keep(index, kept);
				}
			}
		}
		return this.assemble(
			[...kept].toSorted((a, b) => a - b),
			edits,
		);
	}

	/** Keeps a piece and its header, and tells how much that added. */
	private keep(index: number, kept: Set<number>): number {
		if (index < 0 || index > this.ends.length || kept.has(index)) return 0;
		kept.add(index);
		return this.sizeOf(index) + this.keep(this.headers[index] ?? -1, kept);
	}

	private assemble(pieces: readonly number[], edits: readonly TextEdit[]): Excerpt {
		const starts: number[] = [];
		const parts: string[] = [];
		let length = 0;
		for (const index of pieces) {
			starts.push(length);
			const part = this.text.slice(this.startOf(index), this.ends[index]);
			parts.push(part);
			length += part.length;
		}
		const locate = (offset: number) => {
			const piece = findFirst(pieces.length - 1, (at) => this.endOf(pieces[at] ?? 0) >= offset);
			return (starts[piece] ?? 0) + offset - this.startOf(pieces[piece] ?? 0);
		};
		return {
			text: parts.join(""),
			edits: edits.map(({ range, text }) => ({ range: { start: locate(range.start), end: locate(range.end) }, text })),
			pieces,
			locate,
		};
	}

	/** A piece is a statement with what stands between it and the one before; the last one is what follows them all. */
	private findPiece(offset: number): number {
		return findFirst(this.ends.length, (index) => (this.ends[index] ?? 0) >= offset);
	}

	private startOf(index: number): number {
		return this.ends[index - 1] ?? 0;
	}

	private endOf(index: number): number {
		return this.ends[index] ?? this.text.length;
	}

	private sizeOf(index: number): number {
		return this.endOf(index) - this.startOf(index);
	}
}
