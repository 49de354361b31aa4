import "./mantine.css";
import "@fontsource-variable/inter/wght.css";
import "./theme.css";
import { createRoot } from "react-dom/client";
import { startI18n } from "../i18n/i18n";
import { App } from "./app";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

await startI18n();
createRoot(root).render(<App />);
