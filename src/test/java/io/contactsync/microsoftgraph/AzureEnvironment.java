package io.contactsync.microsoftgraph;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Map;

import com.microsoft.aad.msal4j.ManagedIdentityApplication;

/** The environment as Azure sets it, for MSAL in this process alone; its own tests change it in the same way. */
public final class AzureEnvironment implements AutoCloseable {

    private AzureEnvironment() {
    }

    /** From now on MSAL reads these variables and no others. */
    public static AzureEnvironment of(Map<String, String> variables) throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.microsoft.aad.msal4j.IEnvironmentVariables");
        set(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, names) -> variables.get(names[0])));
        return new AzureEnvironment();
    }

    private static void set(Object environment) throws ReflectiveOperationException {
        Field field = ManagedIdentityApplication.class.getDeclaredField("environmentVariables");
        field.setAccessible(true);
        field.set(null, environment);
    }

    @Override
    public void close() throws ReflectiveOperationException {
        set(null);
    }
}
