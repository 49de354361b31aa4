import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createQueryClient } from "../lib/query-client";
import { ErrorBoundary } from "./error-boundary";
import { createAppRouter } from "./router";
import { resolver, theme } from "./theme";
import { Toasts } from "./toasts";

const queryClient = createQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname !== "/sign-in") void router.navigate({ to: "/sign-in", search: { return: href } });
});
const router = createAppRouter(queryClient);

export function App() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
        <ErrorBoundary>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ErrorBoundary>
        <Toasts />
      </MantineProvider>
    </StrictMode>
  );
}
