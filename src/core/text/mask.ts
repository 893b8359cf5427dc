/** Stands for a secret of any length. */
export const mask = "••••••••";
