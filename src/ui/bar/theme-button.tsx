import { Monitor, Moon, Sun } from "lucide";
import type { SettingsModel } from "../../app/settings";
import type { Theme } from "../../app/theme";
import { IconButton } from "../parts/button";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** The theme: a press goes on to the next of system, light, dark. */
export function ThemeButton({ settings }: { settings: SettingsModel }) {
  const { theme } = settings.settings.value;
  return (
    <IconButton
      icon={ICONS[theme]}
      label={`Theme: ${theme}. Switch to ${NEXT[theme]}`}
      onClick={() => settings.update({ theme: NEXT[theme] })}
    />
  );
}
