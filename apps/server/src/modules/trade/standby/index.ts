export { createFront, type Front } from './front/front.ts'
