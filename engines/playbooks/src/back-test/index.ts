export { type BackTest, type BackTestRun, backTest, type History, type Occurrence } from './back-test.ts'
