import { App, ConfigProvider } from 'antd'
import { createContext, type ReactNode, use, useLayoutEffect, useMemo } from 'react'
import { antdLocale } from '../locale/antd-locale.ts'
import { useNarrow } from '../parts/use-narrow.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { antdTheme } from './antd-theme.ts'
import { cssVariables } from './css-variables.ts'
import { FONT, MONO } from './font.ts'
import { type Appearance, type Palette, palettes } from './palette.ts'
import { useMedia } from './use-media.ts'
import { useSystemAppearance } from './use-system-appearance.ts'

/** `still`: the reader asked the system for as little movement as possible. */
export type Theme = Palette & { appearance: Appearance; rise: string; fall: string; still: boolean }

const ThemeContext = createContext<Theme | null>(null)

/** The colours now in force, for charts; everything else uses CSS variables. */
export function useTheme(): Theme {
  const theme = use(ThemeContext)
  if (!theme) throw new Error('useTheme needs a ThemeProvider above it')
  return theme
}

/** Colours, Ant Design tokens and Ant Design's own words follow the reader's preferences. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const preferences = usePreferences()
  const system = useSystemAppearance()
  const appearance = preferences.theme === 'system' ? system : preferences.theme
  const { riseIs, language } = preferences
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const narrow = useNarrow()
  const theme = useMemo<Theme>(() => {
    const palette = palettes[appearance]
    const fallIs = riseIs === 'red' ? 'green' : 'red'
    return { ...palette, appearance, rise: palette[riseIs], fall: palette[fallIs], still }
  }, [appearance, riseIs, still])

  // Before paint, else the first frame after a switch shows the old colours.
  useLayoutEffect(() => {
    const root = document.documentElement
    const variables = { ...cssVariables(palettes[appearance], riseIs), '--font': FONT, '--mono': MONO }
    for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value)
    root.style.colorScheme = appearance
    root.dataset.theme = appearance
    root.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [appearance, riseIs, language])

  return (
    <ThemeContext value={theme}>
      <ConfigProvider
        theme={antdTheme({ appearance, still, narrow })}
        locale={antdLocale(language)}
        button={{ autoInsertSpace: false }}
      >
        <App component={false}>{children}</App>
      </ConfigProvider>
    </ThemeContext>
  )
}
