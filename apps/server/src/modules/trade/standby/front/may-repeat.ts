/**
 * Requests that have the same effect however often they are sent: what only reads, and orders, which carry ids of their client's
 * choosing. Everything else is sent again only where it certainly never arrived.
 */
const ORDERS = /^\/v1\/stores\/[^/?]+\/(orders|trade\/commands|orders\/[^/?]+\/pay)(\?.*)?$/

export const mayRepeat = ({ method, url }: { method: string; url: string }): boolean =>
  method === 'GET' || method === 'HEAD' || (method === 'POST' && ORDERS.test(url))
