import type { KeyboardEvent, Ref } from "react";
import { formatRough } from "../../core/advisor/describe.ts";
import { shortestPeriod, stepPeriod } from "../../core/advisor/ladder.ts";
import styles from "./picture.module.css";

interface PeriodHandleProps {
	readonly ref: Ref<SVGGElement>;
	/** Where the handle is, and where the axis is below it. */
	readonly x: number;
	readonly y: number;
	readonly bottom: number;
	/** Whether its text stands to its left. */
	readonly turned: boolean;
	/** The period that it is at, in seconds, and those that it may go to. */
	readonly period: number;
	readonly domain: readonly [from: number, to: number];
	readonly longest: number;
	/** The period and what it costs, in words. */
	readonly words: string;
	/** Whether there is no present choice, and the handle waits at the advice. */
	readonly vacant: boolean;
	readonly onChoose: (period: number) => void;
}

/** The present choice, to be moved along the curve. */
export function PeriodHandle({ ref, x, y, bottom, turned, period, words, vacant, ...props }: PeriodHandleProps) {
	const [from, to] = props.domain;
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const next = moveByKey(event.key, period, props.longest);
		if (next === undefined) return;
		event.preventDefault();
		props.onChoose(next);
	};
	return (
		<g
			ref={ref}
			className={styles.handle}
			role="slider"
			tabIndex={0}
			aria-label="Period on the curve"
			aria-orientation="horizontal"
			aria-valuemin={Math.min(from, period)}
			aria-valuemax={Math.max(to, period)}
			aria-valuenow={period}
			aria-valuetext={vacant ? `No period set; the advice is ${words}` : words}
			data-vacant={vacant || undefined}
			onKeyDown={onKeyDown}
		>
			<line className={styles.stem} x1={x} x2={x} y1={y} y2={bottom} />
			<circle className={styles.ring} cx={x} cy={y} r="14" />
			<circle className={styles.knob} cx={x} cy={y} r="7" />
			<text
				className={styles.value}
				x={turned ? x - 14 : x + 14}
				y={Math.max(y - 8, 16)}
				textAnchor={turned ? "end" : "start"}
			>
				{formatRough(period)}
			</text>
		</g>
	);
}

/** The period that a key moves to, of those that a person would write; nothing for any other key. */
function moveByKey(key: string, period: number, longest: number): number | undefined {
	const move = (direction: 1 | -1, times: number) => {
		let next = period;
		for (let count = 0; count < times; count++) next = stepPeriod(next, direction);
		return direction === 1 ? Math.min(next, Math.max(longest, period)) : next;
	};
	switch (key) {
		case "ArrowRight":
		case "ArrowUp":
			return move(1, 1);
		case "ArrowLeft":
		case "ArrowDown":
			return move(-1, 1);
		case "PageUp":
			return move(1, 4);
		case "PageDown":
			return move(-1, 4);
		case "Home":
			return shortestPeriod;
		case "End":
			return longest;
		default:
			return undefined;
	}
}
