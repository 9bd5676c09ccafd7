import type { CartLine } from '../cart/cart.ts'

/**
 * Goods that take part in a rule. Lists are joined by OR within a field and by AND between fields; an absent field asks nothing.
 * `not` takes out what it matches.
 */
export type Scope = {
  skuIds?: readonly string[]
  spuIds?: readonly string[]
  shopIds?: readonly string[]
  categoryIds?: readonly string[]
  brandIds?: readonly string[]
  tags?: readonly string[]
  not?: Omit<Scope, 'not'>
}

export type LineTest = (line: CartLine) => boolean

const always: LineTest = () => true

function testOf(
  values: readonly string[] | undefined,
  key: 'skuId' | 'spuId' | 'shopId' | 'categoryId' | 'brandId',
): LineTest[] {
  if (!values) return []
  const [only] = values
  if (values.length === 1 && only !== undefined) return [(line) => line[key] === only]
  const set = new Set<string | undefined>(values)
  return [(line) => set.has(line[key])]
}

function tagTest(values: readonly string[] | undefined): LineTest[] {
  if (!values) return []
  const set = new Set(values)
  return [(line) => line.tags?.some((tag) => set.has(tag)) ?? false]
}

function joinTests(tests: readonly LineTest[]): LineTest {
  const [first, second] = tests
  if (!first) return always
  if (!second) return first
  return (line) => tests.every((test) => test(line))
}

const isEmpty = (scope: Scope): boolean => Object.values(scope).every((field) => field === undefined)

/** Whether a line takes part, as one function. A rule that belongs to a shop reaches that shop's lines only. */
export function compileScope(scope: Scope = {}, shopId?: string): LineTest {
  const tests = [
    ...testOf(shopId === undefined ? undefined : [shopId], 'shopId'),
    ...testOf(scope.skuIds, 'skuId'),
    ...testOf(scope.spuIds, 'spuId'),
    ...testOf(scope.shopIds, 'shopId'),
    ...testOf(scope.categoryIds, 'categoryId'),
    ...testOf(scope.brandIds, 'brandId'),
    ...tagTest(scope.tags),
  ]
  const { not } = scope
  if (not && !isEmpty(not)) {
    const isOut = compileScope(not)
    tests.push((line) => !isOut(line))
  }
  return joinTests(tests)
}
