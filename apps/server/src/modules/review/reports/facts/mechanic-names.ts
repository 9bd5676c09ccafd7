import { findPreset } from '@zhanggui/promotion'

/** Mechanics by the names of the promotion engine's presets; one that is no preset names itself. */
export const mechanicNames = (ids: readonly string[], language: 'zh' | 'en'): string[] =>
  ids.map((id) => findPreset(id)?.[language] ?? id)
