import { Component, type ReactNode } from "react";
import { ErrorView } from "./error-view";

/** The last resort: what breaks outside the router. Routes have their own. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <ErrorView error={error} onRetry={() => location.reload()} />;
  }
}
