import type { Store } from '@zhanggui/contract'
import type { Fields } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'

/** Subjects of one type with their fields as they are kept. */
export type Subjects = ReadonlyMap<string, Fields>

/** What is measured of a subject now. Fields that nobody measured stay as somebody entered them. */
export type Overlay = (id: string, fields: Fields) => Fields

/** Measures the subjects of one type; asked only when there are some. */
export type Measure = (context: Context, given: { store: Store; subjects: Subjects; now: Date }) => Promise<Overlay>
