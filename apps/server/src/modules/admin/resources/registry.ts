import { MERCHANT_REQUESTS } from '../../goals/collaboration/merchant-requests.ts'
import { SAVED_VIEWS } from '../../insight/saved-views.ts'
import { TIERS } from '../../members/tiers.ts'
import { PRODUCTS } from '../../products/products.ts'
import { CHANNELS } from '../../traffic/channels.ts'
import type { Resource } from './define-resource.ts'

/** Every resource of the system; a new one is a declaration and a line here. */
export const RESOURCES: readonly Resource[] = [PRODUCTS, CHANNELS, TIERS, SAVED_VIEWS, MERCHANT_REQUESTS]
