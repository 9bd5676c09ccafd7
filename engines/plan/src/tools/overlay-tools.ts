import { isSameText } from '@zhanggui/text'
import type { Tool } from './tool.ts'

/** The shop's own rows first; a default of the same name gives way to them. */
export const overlayTools = (own: readonly Tool[], defaults: readonly Tool[]): Tool[] => [
  ...own,
  ...defaults.filter((tool) => !own.some((mine) => isSameText(mine.name, tool.name))),
]
