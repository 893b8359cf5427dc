import { defineConfig } from "vitepress";

// biome-ignore lint/style/noDefaultExport: VitePress reads it so.
export default defineConfig({
	title: "Docs",
	head: [["script", { src: `${process.env.BUILDER}embed.js`, async: "" }]],
	vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "polars-checkpoint-builder" } } },
});
