import { PLATFORMS, type strings } from './strings.ts'

/** What a platform is called; one without a name of its own is shown as it was typed. */
export function platformName(platform: string, words: (typeof strings)['zh']): string {
  const known = PLATFORMS.find((id) => id === platform)
  return known ? words[known] : platform
}
