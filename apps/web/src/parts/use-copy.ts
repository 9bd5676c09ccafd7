import { App } from 'antd'
import { useStrings } from '../locale/strings.ts'
import { strings } from './strings.ts'

/**
 * Puts something on the clipboard and says whether it worked. Browsers refuse on pages that came over plain HTTP from
 * another machine.
 * @example const copy = useCopy(); void copy(() => navigator.clipboard.writeText(link))
 */
export function useCopy() {
  const t = useStrings(strings)
  const { message } = App.useApp()
  return async (write: () => Promise<void>): Promise<void> => {
    try {
      await write()
      message.success(t.copied)
    } catch {
      message.error(t.copyRefused)
    }
  }
}
