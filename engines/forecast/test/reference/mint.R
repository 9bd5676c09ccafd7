# MinT by its definition, dense algebra
set.seed(11); options(digits=15)
S<-rbind(c(1,1,1,1,1),c(1,1,0,0,0),c(0,0,1,1,1),diag(5)); n<-8; Tn<-24
res<-round(matrix(rnorm(n*Tn),Tn,n)%*%chol(diag(n)*.6+.4)*matrix(rep(c(9,5,6,2,3,2,3,1),each=Tn),Tn,n),3)
base<-round(c(103,44,66,21,20.5,19,23,22)+.123,3)
covm<-crossprod(res)/Tn; tar<-diag(diag(covm)); corm<-cov2cor(covm)
xs<-scale(res,center=FALSE,scale=sqrt(diag(covm)))
v<-(1/(Tn*(Tn-1)))*(crossprod(xs^2)-1/Tn*(crossprod(xs))^2); diag(v)<-0
d<-(corm-diag(n))^2; lambda<-max(min(sum(v)/sum(d),1),0)
rec<-function(W) as.numeric(S%*%solve(t(S)%*%solve(W)%*%S)%*%t(S)%*%solve(W)%*%base)
f<-function(x) paste0("[",paste(formatC(x,digits=15,format="g"),collapse=","),"]")
cat(sprintf('{"base":%s,"residuals":[%s],"lambda":%.15g,"mintShrink":%s,"mintCov":%s,"wlsVar":%s}\n',f(base),paste(apply(t(res),1,f),collapse=","),lambda,f(rec(lambda*tar+(1-lambda)*covm)),f(rec(covm)),f(rec(tar))))
