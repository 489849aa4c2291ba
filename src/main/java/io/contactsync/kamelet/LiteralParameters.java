package io.contactsync.kamelet;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.apache.camel.dsl.yaml.common.YamlDeserializationContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Loads YAML as Camel does, but takes what a route tells a Kamelet literally. Camel glues the parameters into one
 * address, without escaping them, and cuts a folder {@code Meier & Co} at its {@code &}; a tab makes the address
 * unreadable. Placeholders are resolved first; {@code RAW(...)} around a value is allowed and makes no difference.
 */
public final class LiteralParameters extends YamlRoutesBuilderLoader {

    private static final String KAMELET = "kamelet:";
    /** In it, a placeholder is one of its own parameters. */
    private static final String KAMELET_FILE = ".kamelet.yaml";
    private static final String RAW = "RAW(";
    /** A parameter that is left out where its key has no value. */
    private static final String OPTIONAL = "{{?";

    /** From now on that context loads YAML so. To be called before it loads its routes. */
    public static void in(CamelContext context) {
        LiteralParameters loader = new LiteralParameters();
        loader.setCamelContext(context);
        loader.start();
        context.getRegistry().bind("literal-parameters", loader);
        context.getRegistry().bind("kamelet", new LiteralKamelets());
    }

    /** The same, for the context that Camel Main will make. */
    public static void in(BaseMainSupport main) {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport started) {
                in(started.getCamelContext());
            }
        });
    }

    @Override
    protected RouteBuilder builder(YamlDeserializationContext context, Node root) {
        if (context.getResource() == null || !context.getResource().getLocation().endsWith(KAMELET_FILE)) {
            visit(root);
        }
        return super.builder(context, root);
    }

    private void visit(Node node) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(this::visit);
        } else if (node instanceof MappingNode map) {
            boolean kamelet = map.getValue().stream().anyMatch(LiteralParameters::namesKamelet);
            map.getValue().forEach(entry -> {
                if (kamelet && is(entry.getKeyNode(), "parameters")
                        && entry.getValueNode() instanceof MappingNode parameters) {
                    escape(parameters);
                } else {
                    visit(entry.getValueNode());
                }
            });
        }
    }

    private static boolean namesKamelet(NodeTuple entry) {
        return is(entry.getKeyNode(), "uri") && entry.getValueNode() instanceof ScalarNode uri
                && uri.getValue().startsWith(KAMELET);
    }

    private static boolean is(Node node, String text) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
    }

    private void escape(MappingNode parameters) {
        List<NodeTuple> escaped = new ArrayList<>();
        for (NodeTuple each : parameters.getValue()) {
            escaped.add(each.getValueNode() instanceof ScalarNode value && !value.getValue().contains(OPTIONAL)
                    ? new NodeTuple(each.getKeyNode(),
                            new ScalarNode(Tag.STR, escaped(value.getValue()), ScalarStyle.DOUBLE_QUOTED))
                    : each);
        }
        parameters.setValue(escaped);
    }

    private String escaped(String value) {
        String text = value.startsWith(RAW) && value.endsWith(")") ? value.substring(RAW.length(), value.length() - 1)
                : value;
        return LiteralKamelets.escape(getCamelContext().resolvePropertyPlaceholders(text));
    }
}
