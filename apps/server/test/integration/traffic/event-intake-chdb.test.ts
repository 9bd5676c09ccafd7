import { describe } from 'vitest'
import { createTestContext } from '../../support/test-context.ts'
import { describeEventIntake } from './event-intake-behaviour.ts'

describe('[P9.01] duplicates, clock errors and missing consent are handled, [P13.09] personal data is masked on arrival', () =>
  describeEventIntake('chDB', () => createTestContext()))
