import type { AddedMember, MemberRole } from '@zhanggui/contract'
import { type OpenShop, STORE } from './open-shop.ts'

/** A colleague of the shop with a password of their own. Shape: the cookie of their session. */
export async function addColleague(
  shop: OpenShop,
  person: { email: string; name: string; role: MemberRole },
): Promise<string> {
  const { temporaryPassword } = await shop.api<AddedMember>('POST', `/v1/stores/${STORE.id}/members`, person)
  const send = async (method: string, path: string, body: object, cookie = ''): Promise<string> => {
    const headers = { 'content-type': 'application/json', origin: shop.address, cookie }
    const answer = await fetch(shop.address + path, { method, headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
  }
  const cookie = await send('POST', '/v1/session', { email: person.email, password: temporaryPassword })
  const change = { currentPassword: temporaryPassword, newPassword: `battery staple of ${person.role}` }
  await send('PUT', '/v1/session/password', change, cookie)
  return cookie
}
