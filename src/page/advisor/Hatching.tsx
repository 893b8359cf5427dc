import type { ReactNode } from "react";
import styles from "./picture.module.css";

/**
 * Defines the patterns of a picture, which tell apart what colour alone would not. The picture's own id keeps them
 * apart from those of another.
 */
export function Hatching({ id }: { readonly id: string }) {
	return (
		<defs>
			<pattern id={`${id}-checkpoint`} width="4" height="4" patternUnits="userSpaceOnUse" className={styles.dots}>
				<rect width="4" height="4" />
				<circle cx="1" cy="1" r="0.9" />
				<circle cx="3" cy="3" r="0.9" />
			</pattern>
			<pattern id={`${id}-repeat`} width="6" height="6" patternUnits="userSpaceOnUse" className={styles.lines}>
				<rect width="6" height="6" />
				<path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" />
			</pattern>
			<pattern id={`${id}-lost`} width="6" height="6" patternUnits="userSpaceOnUse" className={styles.lines}>
				<rect width="6" height="6" />
				<path d="M0 3H6" />
			</pattern>
		</defs>
	);
}

interface SwatchProps {
	readonly fill?: string;
	readonly className?: string | undefined;
	/** A mark in the place of the box. */
	readonly children?: ReactNode;
}

/** A small sample of what a picture draws, for its key: a box, or a mark. */
export function Swatch({ fill, className, children }: SwatchProps) {
	return (
		<svg className={styles.swatch} viewBox="0 0 18 12" aria-hidden="true">
			{children ?? <rect x="0.5" y="0.5" width="17" height="11" fill={fill} className={className} />}
		</svg>
	);
}
