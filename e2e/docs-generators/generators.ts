import { docusaurus } from "./generators/docusaurus.ts";
import type { ProvenGenerator } from "./generators/generator.ts";
import { formerMaterial, material } from "./generators/material.ts";
import { sphinx } from "./generators/sphinx.ts";
import { starlight, starlightWithRouter } from "./generators/starlight.ts";
import { vitepress } from "./generators/vitepress.ts";

export const provenGenerators: readonly ProvenGenerator[] = [
	material,
	formerMaterial,
	vitepress,
	docusaurus,
	starlight,
	starlightWithRouter,
	sphinx,
];
