// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.api;

import il.moked.knowledge.api.ArticleMessages.ArticleResponse;
import il.moked.knowledge.api.ArticleMessages.ArticlesResponse;
import il.moked.knowledge.api.ArticleMessages.FindArticles;
import il.moked.knowledge.api.ArticleMessages.FoundResponse;
import il.moked.knowledge.api.ArticleMessages.GetArticle;
import il.moked.knowledge.api.ArticleMessages.ListArticles;
import il.moked.knowledge.ejb.ArticleReading;
import il.moked.knowledge.ejb.KnowledgeSearch;
import il.moked.shared.BusinessException;
import il.moked.shared.api.ProblemFault;
import il.moked.shared.api.SoapAnswers;
import jakarta.inject.Inject;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Published articles by SOAP: the same activities, checks and codes as by REST. */
@WebService(name = "ArticlePort", serviceName = "ArticleService", portName = "ArticlePort", targetNamespace = ArticleMessages.NAMESPACE, wsdlLocation = "WEB-INF/wsdl/ArticleService.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class ArticlePort {
    private static final String BODY = "body";
    private static final String USUAL_LANGUAGE = "he";
    private static final int USUAL_FOUND = 5;
    private static final int USUAL_SIZE = 20;

    @Inject
    KnowledgeSearch search;
    @Inject
    ArticleReading reading;
    @Inject
    SoapAnswers answers;

    /** By a question or some words, the best first. */
    @WebMethod(operationName = "FindArticles")
    @WebResult(name = "FoundResponse", partName = BODY, targetNamespace = ArticleMessages.NAMESPACE)
    public FoundResponse findArticles(@WebParam(name = "FindArticles", partName = BODY, targetNamespace = ArticleMessages.NAMESPACE) FindArticles message) throws ProblemFault {
        return answers.of(() -> FoundResponse.of(search.find(ArticlesResource.question("words", message.words), ArticlesResource.atMost(message.size == null ? USUAL_FOUND : message.size))));
    }

    @WebMethod(operationName = "GetArticle")
    @WebResult(name = "ArticleResponse", partName = BODY, targetNamespace = ArticleMessages.NAMESPACE)
    public ArticleResponse getArticle(@WebParam(name = "GetArticle", partName = BODY, targetNamespace = ArticleMessages.NAMESPACE) GetArticle message) throws ProblemFault {
        return answers.of(() -> {
            if (message.id == null) {
                throw new BusinessException("shared.field-missing", "id");
            }
            return ArticleResponse.of(reading.read(message.id, null, language(message.language)));
        });
    }

    /** Published last first; the cursor of a page asks for the next, and is absent on the last. */
    @WebMethod(operationName = "ListArticles")
    @WebResult(name = "ArticlesResponse", partName = BODY, targetNamespace = ArticleMessages.NAMESPACE)
    public ArticlesResponse listArticles(@WebParam(name = "ListArticles", partName = BODY, targetNamespace = ArticleMessages.NAMESPACE) ListArticles message) throws ProblemFault {
        return answers.of(() -> ArticlesResponse.of(
                reading.list(ArticlesResource.kind(message.kind), message.sku, ArticlesResource.before(message.cursor), message.size == null ? USUAL_SIZE : message.size, language(message.language))));
    }

    private static String language(String asked) {
        return asked == null ? USUAL_LANGUAGE : ArticlesResource.known(asked);
    }
}
