import { describeOnPostgres } from '../../support/describe-on-postgres.ts'
import { describeGames } from './game-behaviour.ts'

describeOnPostgres('games', describeGames)
