// Makes lunar-festivals.csv and solar-terms.csv again: `node make-calendar-tables.ts` in this folder.
// Lunar days come from the month table of chinese-days; solar terms from the sun's apparent longitude after J. Meeus,
// Astronomical Algorithms (2nd ed.), ch. 25, good to 0.01°, a quarter of an hour. Neither uses the library under test.
// The Chinese calendar of ICU is no reference: where a new moon falls within minutes of midnight it is a day off
// (Spring Festival 2027 is 6 February, ICU says 7; 2030 is 3 February, ICU says 2).
import { writeFileSync } from 'node:fs'
import chineseDays from 'chinese-days'

const DAY = 86_400_000
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const FESTIVALS: Record<string, string> = {
  '1/1': 'springFestival',
  '1/15': 'lantern',
  '5/5': 'dragonBoat',
  '7/7': 'qixi',
  '8/15': 'midAutumn',
  '9/9': 'doubleNinth',
  '12/8': 'laba',
  '12/23': 'littleNewYear',
}

function lunarRows(): string[] {
  const rows: string[] = []
  for (let ms = Date.UTC(2015, 0, 1); ms < Date.UTC(2036, 0, 1); ms += DAY) {
    const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(iso(ms))
    const festival = isLeap ? undefined : FESTIVALS[`${lunarMon}/${lunarDay}`]
    if (festival === 'springFestival') rows.push(`${iso(ms - DAY)},newYearsEve`)
    if (festival) rows.push(`${iso(ms)},${festival}`)
  }
  return rows
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Apparent longitude of the sun in degrees at a Julian ephemeris day. */
function sunLongitude(jde: number): number {
  const t = (jde - 2_451_545) / 36_525
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
  const m = radians(357.52911 + 35_999.05029 * t - 0.0001537 * t * t)
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * Math.sin(m) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * m) +
    0.000289 * Math.sin(3 * m)
  const apparent = mean + centre - 0.00569 - 0.00478 * Math.sin(radians(125.04 - 1934.136 * t))
  return ((apparent % 360) + 360) % 360
}

const DELTA_T_DAYS = 70 / 86_400
const BEIJING_DAYS = 8 / 24

/** The instant near `guess` (ms) at which the longitude is reached, in Beijing time as ms. */
function crossing(longitude: number, guess: number): number {
  let jde = guess / DAY + 2_440_587.5 + DELTA_T_DAYS
  for (let i = 0; i < 20; i++) {
    const gap = ((longitude - sunLongitude(jde) + 540) % 360) - 180
    jde += (gap * 365.2422) / 360
  }
  return (jde - DELTA_T_DAYS - 2_440_587.5 + BEIJING_DAYS) * DAY
}

function termRows(): string[] {
  const rows: string[] = []
  for (let year = 2015; year <= 2035; year++)
    for (let i = 0; i < 24; i++) {
      // Lesser Cold, the first term of the year, stands at 285°.
      const at = crossing((285 + 15 * i) % 360, Date.UTC(year, 0, 6) + i * 15.2184 * DAY)
      const minutes = Math.round((at % DAY) / 60_000)
      rows.push(`${iso(at)},${i},${Math.min(minutes, 1440 - minutes)}`)
    }
  return rows
}

const write = (name: string, head: string[], rows: string[]): void =>
  writeFileSync(new URL(name, import.meta.url), `${[...head, ...rows].join('\n')}\n`)

write('lunar-festivals.csv', [
  '# Source: lunar month table of chinese-days 1.5.7, 2015–2035; made by make-calendar-tables.ts on 2026-11-22.',
  'day,festival',
], lunarRows())
write('solar-terms.csv', [
  '# Source: sun longitude after Meeus ch. 25, 2015–2035; made by make-calendar-tables.ts on 2026-11-22.',
  '# index counts from Lesser Cold; margin_minutes is the distance from midnight, the method is good to 15 minutes.',
  'day,index,margin_minutes',
], termRows())
