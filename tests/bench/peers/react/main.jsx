// React with nothing to do: one line of text, which is the least that has a first paint.
import { createRoot } from "react-dom/client";

createRoot(document.getElementById("root")).render(<p>Ready</p>);
