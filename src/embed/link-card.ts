import { writeLink } from "./frame-address.ts";

/**
 * Shows a still card in a box, a link that opens the builder with what the host's attributes say. It is made of the page's
 * own colours and font, and asks the builder for nothing.
 *
 * @param builder Address of the builder's folder.
 */
export function showCard(host: HTMLElement, box: HTMLElement, builder: URL, signal: AbortSignal): void {
	const card = document.createElement("a");
	// Each runs in the direction of its own text, on the side where the page's text begins.
	const title = document.createElement("bdi");
	const line = document.createElement("bdi");
	card.append(title, document.createElement("br"), line);
	line.lang = "en";
	line.textContent = "Choose how often checkpoints are made and where they are stored.";
	const follow = () => {
		card.href = writeLink(builder.href, host.attributes);
		title.textContent = host.title || "Polars Checkpoint Builder";
	};
	const observer = new MutationObserver(follow);
	observer.observe(host, { attributes: true });
	signal.addEventListener("abort", () => {
		observer.disconnect();
		card.remove();
	});
	follow();
	box.className = "card";
	box.append(card);
}
