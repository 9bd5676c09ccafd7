import type { Context } from '../../../context.ts'
import type { Leadership } from '../../live/leadership.ts'
import { siteKeeperOf } from './site-keeper-of.ts'

/**
 * What is due by the clock works on orders, so it is done at the site that decides them: a site that decides none lets the lead of
 * the clock go while another one does.
 */
export function atDecidingSite(context: Context, leadership: Leadership): Leadership {
  if (!context.settings.site) return leadership
  return {
    async isLeader() {
      if (!siteKeeperOf(context).isIdle) return leadership.isLeader()
      await leadership.close()
      return false
    },
    close: () => leadership.close(),
  }
}
