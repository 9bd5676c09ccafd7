import { type ThemeConfig, theme } from 'antd'
import { FONT } from './font.ts'
import { type Appearance, palettes } from './palette.ts'

/** What a finger meets for certain; the same for large and small controls, which a mouse can tell apart. */
const FINGER_PX = 40

type Reader = {
  appearance: Appearance
  /** Asked the system for as little movement as possible. */
  still: boolean
  /** On a phone. */
  narrow: boolean
}

/** The palette in Ant Design's words. Parts are used as they come; only tokens are set. */
export function antdTheme({ appearance, still, narrow }: Reader): ThemeConfig {
  const p = palettes[appearance]
  return {
    // The rules come in a file (antd-styles.ts); only the variables in them are set here.
    zeroRuntime: true,
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.accentSolid,
      colorLink: p.accent,
      colorLinkHover: p.accent,
      colorInfo: p.accent,
      colorError: p.red,
      colorSuccess: p.green,
      colorWarning: p.amber,
      // Derived from seeds this dark, the backgrounds of tags and alerts turn muddy.
      colorInfoBg: p.accentSoft,
      colorErrorBg: p.redSoft,
      colorSuccessBg: p.greenSoft,
      colorWarningBg: p.amberSoft,
      colorText: p.ink,
      colorTextSecondary: p.inkSoft,
      colorTextTertiary: p.inkFaint,
      colorTextDescription: p.inkFaint,
      colorTextPlaceholder: p.inkFaint,
      colorBgBase: p.surface,
      colorBgLayout: p.canvas,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorBorder: p.lineStrong,
      colorBorderSecondary: p.line,
      borderRadius: 8,
      borderRadiusLG: 12,
      borderRadiusSM: 6,
      fontFamily: FONT,
      fontSize: 14,
      controlHeight: narrow ? FINGER_PX : 34,
      ...(narrow ? { controlHeightSM: FINGER_PX } : {}),
      wireframe: false,
      motion: !still,
    },
    components: {
      Button: {
        colorPrimaryHover: p.accentHover,
        colorPrimaryActive: p.accentHover,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Table: {
        headerBg: 'transparent',
        headerColor: p.inkFaint,
        headerSplitColor: 'transparent',
        cellPaddingBlock: 11,
      },
      // In the dark the chosen one is told by being lighter than its track.
      Segmented: {
        trackBg: p.sunken,
        itemSelectedBg: appearance === 'dark' ? p.lineStrong : p.surface,
        // The track's own edge of 2 px on both sides is no part of what is pressed.
        ...(narrow ? { controlHeight: FINGER_PX + 4, controlHeightSM: FINGER_PX + 4 } : {}),
      },
      // White digits on the red that words have in the dark could not be read.
      Badge: { colorError: palettes.light.red },
      Pagination: { itemActiveColor: p.accent, itemActiveColorHover: p.accent },
      Tabs: { itemSelectedColor: p.accent, itemHoverColor: p.accent, inkBarColor: p.accent },
      Tooltip: { colorBgSpotlight: appearance === 'dark' ? p.lineStrong : p.ink },
    },
  }
}
