import { FindRiskAccount, type RiskAccountPerson } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { audit } from '../../admin/audit.ts'
import { hashPerson } from '../../admin/people/person-hash.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { readAccountPerson } from './read-account.ts'

/**
 * Looks an account up by the id that the shop front knows. The id is hashed at the door; the trail says that somebody looked.
 * Errors: throws `invalid_request` for an id that says nothing.
 */
export async function findAccount(
  context: Context,
  { store, actor }: ResourceCaller,
  input: FindRiskAccount,
): Promise<RiskAccountPerson> {
  const { buyerId } = parseInput(FindRiskAccount, input)
  const { hash, name } = hashPerson(context, store, buyerId)
  const person = await readAccountPerson(context, store, hash)
  await audit(context, { store, actor, action: 'look-up', subject: `accounts/${name}` })
  return person
}
