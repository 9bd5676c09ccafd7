import 'dayjs/locale/zh-cn.js'
import type { ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import type { Language } from './strings.ts'

type Locale = NonNullable<ConfigProviderProps['locale']>

// Node sees these files as CommonJS and wraps the export once more; the bundler does not.
const unwrap = (module: Locale | { default: Locale }): Locale => ('default' in module ? module.default : module)

const LOCALES: Record<Language, Locale> = { zh: unwrap(zhCN), en: unwrap(enUS) }

/** Ant Design's own words, and the week start and month names of its date picker. */
export function antdLocale(language: Language): Locale {
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  return LOCALES[language]
}
