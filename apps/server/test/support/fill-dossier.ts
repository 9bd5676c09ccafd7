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

/** A complete dossier of the merchant, without which a plan of their shop cannot be approved (P16.02). */
export async function fillDossier(head: Person, store: string): Promise<void> {
  const told = Object.fromEntries(FIELDS.map((field) => [field, '已了解']))
  const url = `/v1/stores/${store}/resources/merchant-dossier`
  const answer = await head({ method: 'POST', url, payload: { data: { merchant: '样例商贸', ...told } } })
  expect(answer.statusCode, answer.body).toBe(201)
}
