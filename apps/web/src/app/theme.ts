import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from "@mantine/core";

const fonts =
  '"Inter Variable", Inter, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

/** Mantine paints filled surfaces white-on-colour in both schemes; our dark tide needs dark ink. */
const variants: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant === "filled" && (input.color ?? "tide") === "tide")
    return { ...colors, color: "var(--hw-on-tide)" };
  return colors;
};

export const theme = createTheme({
  primaryColor: "tide",
  primaryShade: { light: 6, dark: 4 },
  variantColorResolver: variants,
  colors: {
    tide: [
      "#eef6fb",
      "#d9eaf4",
      "#b3d6e8",
      "#8ac6df",
      "#5fb3d4",
      "#3f8fb8",
      "#276f99",
      "#205c80",
      "#194a67",
      "#12374d",
    ],
    dark: [
      "#e8eaed",
      "#c6cad0",
      "#9aa3af",
      "#6b7380",
      "#2c313a",
      "#252a32",
      "#1d2026",
      "#16181d",
      "#121418",
      "#0d0f12",
    ],
  },
  black: "#14171c",
  white: "#ffffff",
  fontFamily: fonts,
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  headings: {
    fontFamily: fonts,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "1.3" },
      h2: { fontSize: "16px", lineHeight: "1.4" },
      h3: { fontSize: "14px", lineHeight: "1.45" },
    },
  },
  fontSizes: { xs: "11.5px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.45", lg: "1.45", xl: "1.4" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: 28 } },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        withArrow: false,
        events: { hover: true, focus: true, touch: false },
      },
    },
    Menu: { defaultProps: { shadow: "md", transitionProps: { duration: 120 } } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        // Else each overlay is a second banner of the page.
        attributes: { header: { role: "presentation" } },
      },
    },
    Drawer: { defaultProps: { attributes: { header: { role: "presentation" } } } },
    Checkbox: { defaultProps: { size: "xs" } },
    Switch: { defaultProps: { size: "sm" } },
    SegmentedControl: { defaultProps: { size: "xs" } },
  },
});

const both = {
  "--mantine-color-body": "var(--hw-bg)",
  "--mantine-color-text": "var(--hw-ink)",
  "--mantine-color-dimmed": "var(--hw-dim)",
  "--mantine-color-placeholder": "var(--hw-dim)",
  "--mantine-color-anchor": "var(--hw-tide)",
  "--mantine-color-error": "var(--hw-danger)",
  "--mantine-color-default": "var(--hw-bg)",
  "--mantine-color-default-hover": "var(--hw-raised)",
  "--mantine-color-default-color": "var(--hw-ink)",
  "--mantine-color-default-border": "var(--hw-line)",
};

/** Mantine's own colours, taken from ours, so that `theme.css` is the only palette. */
export const resolver: CSSVariablesResolver = () => ({ variables: {}, light: both, dark: both });
