import type { PLAN_PART_BODIES, PlanDetail, Finding as SentFinding } from '@zhanggui/contract'
import {
  REQUEST_KINDS as CONTRACT_KINDS,
  PLAN_PARTS as CONTRACT_PARTS,
  PLAN_TEAMS as CONTRACT_TEAMS,
} from '@zhanggui/contract'
import type { Brand } from '@zhanggui/kernel'
import { type Finding, PLAN_PARTS, PLAN_TEAMS, type Plan, type PlanPartBodies, REQUEST_KINDS } from '@zhanggui/plan'
import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'

/** Engine types as the contract writes them: brands are plain values, and nothing is read-only. */
type Plain<T> =
  T extends Brand<number, string>
    ? number
    : T extends Brand<string, string>
      ? string
      : T extends readonly (infer E)[]
        ? Plain<E>[]
        : T extends object
          ? { -readonly [K in keyof T]: Plain<T[K]> }
          : T

type Bodies = { [P in keyof typeof PLAN_PART_BODIES]: z.output<(typeof PLAN_PART_BODIES)[P]> }

test('the plan that the engine works on and the one that the API sends have the same fields', () => {
  expectTypeOf<Plain<Plan>>().toEqualTypeOf<Plain<Pick<PlanDetail, keyof Plan>>>()
})

test('the parts that the engine cuts are the parts that the API takes', () => {
  expectTypeOf<Plain<PlanPartBodies>>().toEqualTypeOf<Plain<Bodies>>()
})

test('a finding reads the same on both sides', () => {
  expectTypeOf<Plain<Finding>>().toEqualTypeOf<Plain<SentFinding>>()
})

test('parts, teams and kinds of request are the same words on both sides', () => {
  expect([PLAN_PARTS, PLAN_TEAMS, REQUEST_KINDS]).toEqual([CONTRACT_PARTS, CONTRACT_TEAMS, CONTRACT_KINDS])
})
