import { afterEach, expect, test, vi } from 'vitest'
import { apiPost } from './client.ts'

let answers: ((response: Response) => void)[]
const stubFetch = () => {
  answers = []
  const fetching = vi.fn(() => new Promise<Response>((resolve) => answers.push(resolve)))
  vi.stubGlobal('fetch', fetching)
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  return fetching
}
const answer = (n: number, status: number, body: unknown) =>
  answers[n]?.(new Response(JSON.stringify(body), { status }))

afterEach(() => void vi.unstubAllGlobals())

test('the same thing asked for twice before the answer is one call; afterwards it is another', async () => {
  const fetching = stubFetch()
  const twice = [apiPost('/v1/things', { name: 'a' }), apiPost('/v1/things', { name: 'a' })]
  const other = apiPost('/v1/things', { name: 'b' })
  expect(fetching).toHaveBeenCalledTimes(2)
  answer(0, 201, { id: 1 })
  answer(1, 201, { id: 2 })
  expect(await Promise.all([...twice, other])).toEqual([{ id: 1 }, { id: 1 }, { id: 2 }])
  const again = apiPost('/v1/things', { name: 'a' })
  expect(fetching).toHaveBeenCalledTimes(3)
  answer(2, 201, { id: 3 })
  expect(await again).toEqual({ id: 3 })
})

test('a refusal reaches both who asked, and the next try is sent', async () => {
  const fetching = stubFetch()
  const twice = [apiPost('/v1/things', {}), apiPost('/v1/things', {})]
  answer(0, 422, { error: { code: 'invalid_data', message: '不对', messageEn: 'no', facts: {} } })
  const settled = await Promise.allSettled(twice)
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  void apiPost('/v1/things', {})
  expect(fetching).toHaveBeenCalledTimes(2)
})
