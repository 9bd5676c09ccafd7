import type { Store } from '@zhanggui/contract'
import type { Links } from '@zhanggui/report'
import type { Context } from '../../context.ts'
import { publicAddress } from '../../public-address.ts'

/**
 * Addresses for a document that leaves the system: `page` is its own, below the shop's; every figure has the address of a page that
 * leads on to what stands behind it, so that a file stays right when pages move.
 */
export function documentLinks(
  context: Context,
  store: Pick<Store, 'id'>,
  { page, plan }: { page: string; plan?: string },
): Links {
  const shop = `${publicAddress(context.settings)}/stores/${encodeURIComponent(store.id)}`
  return {
    page: `${shop}/${page}`,
    of: (ref) => `${shop}/review/figure?${new URLSearchParams({ of: JSON.stringify(ref), ...(plan && { plan }) })}`,
  }
}
