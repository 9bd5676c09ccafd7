import { expect } from 'vitest'
import type { Person } from './test-people.ts'

const FIELDS = [
  'company',
  'products',
  'strengths',
  'weaknesses',
  'currentProblems',
  'urgentProblems',
  'team',
  'organisation',
]

/** A dossier in which everything is told. */
export const wholeDossier = (merchant: string): Record<string, string> => ({
  merchant,
  ...Object.fromEntries(FIELDS.map((field) => [field, '已了解'])),
})

/** A complete dossier of the merchant, without which a plan of their shop cannot be approved (P16.02). */
export async function fillDossier(head: Person, store: string): Promise<void> {
  const url = `/v1/stores/${store}/resources/merchant-dossier`
  const answer = await head({ method: 'POST', url, payload: { data: wholeDossier('样例商贸') } })
  expect(answer.statusCode, answer.body).toBe(201)
}
