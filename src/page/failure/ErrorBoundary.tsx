import { Component, type ReactNode } from "react";

interface ErrorBoundaryProps {
	/** What stands in the place of the children once they have broken, with a way to draw them anew. */
	readonly fallback: (retry: () => void) => ReactNode;
	readonly children: ReactNode;
}

/** Keeps an error of its children from taking the page with it. React offers this to classes alone. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
	override state = { broken: false };

	static getDerivedStateFromError() {
		return { broken: true };
	}

	override render() {
		return this.state.broken ? this.props.fallback(() => this.setState({ broken: false })) : this.props.children;
	}
}
