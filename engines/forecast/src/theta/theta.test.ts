import { expect, test } from 'vitest'
import { reference, referenceSeries } from '../../test/support/reference.ts'
import { theta } from './theta.ts'

const table = reference<{ air: number[]; nile: number[] }>('theta')

test.each([
  { name: 'AirPassengers', values: referenceSeries('airPassengers'), season: 12, wanted: table.air },
  { name: 'Nile', values: referenceSeries('nile'), season: 1, wanted: table.nile },
])('Theta matches R forecast thetaf on $name to 0.02', ({ values, season, wanted }) => {
  const mean = theta({ history: values, horizon: wanted.length, season })?.mean
  for (const [i, v] of wanted.entries()) expect(Math.abs((mean?.[i] ?? 0) - v)).toBeLessThan(0.02)
})
