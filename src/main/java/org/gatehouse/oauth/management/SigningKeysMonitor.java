package org.gatehouse.oauth.management;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.oauth.token.SigningKeyService;
import org.gatehouse.oauth.token.SigningKeys;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The JMX view of the signing keys. */
final class SigningKeysMonitor implements SigningKeysMXBean {
    private final SigningKeys keys;
    private final SigningKeyService service;
    private final OperatorActs operator;

    SigningKeysMonitor(SigningKeys keys, SigningKeyService service, OperatorActs operator) {
        this.keys = keys;
        this.service = service;
        this.operator = operator;
    }

    @Override
    public List<String> getKeyIds() {
        return keys.publicKeys().getKeys().stream().map(JWK::getKeyID).toList();
    }

    @Override
    public void rotate() {
        operator.run("signing-key.rotate", "", () -> {
            if (!service.rotate()) {
                throw new ProblemException(new Problem.Conflict("The next key is published already and waits to sign."));
            }
        });
    }

    @Override
    public void remove(String keyId) {
        operator.run("signing-key.remove", keyId, () -> {
            if (!service.remove(keyId)) {
                throw new ProblemException(new Problem.NotFound(Problem.Thing.SIGNING_KEY, keyId, "There is no such key."));
            }
        });
    }
}
