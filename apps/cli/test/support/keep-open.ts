import type { Context } from '@zhanggui/server'
import type { Surroundings } from '../../src/surroundings.ts'

type OpenContext = Surroundings['openContext']

/**
 * Opens an installation for the first command that needs it and leaves it open for the next: opening and closing both stores
 * takes a second or two, and a test file runs dozens of commands on one folder.
 */
export function keepOpen(open: OpenContext): { openContext: OpenContext; close(): Promise<void> } {
  let kept: Context | undefined
  return {
    async openContext(settings, options) {
      if (kept && kept.settings.home !== settings.home) throw new Error('another folder needs a process of its own')
      kept ??= await open(settings, options)
      return { ...kept, close: async () => undefined }
    },
    async close() {
      await kept?.close()
      kept = undefined
    },
  }
}
