/** What one person likes on this device. What a page shows is in its URL instead, so that a link shows others the same. */
export type Preferences = {
  language: 'zh' | 'en'
  theme: 'system' | 'light' | 'dark'
  /** The colour of a rise: red in China, green elsewhere. */
  riseIs: 'red' | 'green'
}

export const DEFAULT_PREFERENCES: Preferences = { language: 'zh', theme: 'system', riseIs: 'red' }

const CHOICES: { [K in keyof Preferences]: readonly Preferences[K][] } = {
  language: ['zh', 'en'],
  theme: ['system', 'light', 'dark'],
  riseIs: ['red', 'green'],
}

function choice<K extends keyof Preferences>(key: K, value: unknown): Preferences[K] {
  return CHOICES[key].find((known) => known === value) ?? DEFAULT_PREFERENCES[key]
}

/** Reads what was stored, field by field: a value this version does not know becomes the default, the rest stays. */
export function parsePreferences(text: string | null): Preferences {
  const stored = text === null ? {} : safeJson(text)
  return {
    language: choice('language', stored.language),
    theme: choice('theme', stored.theme),
    riseIs: choice('riseIs', stored.riseIs),
  }
}

function safeJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
