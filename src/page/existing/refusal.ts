/** Why a file is not opened, in words for the person who brought it. */
export class Refusal extends Error {}
